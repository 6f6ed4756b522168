import type { Section, View } from '../session/view.ts'

const axes = { x: 'Left to right', y: 'Front to back', z: 'Bottom to top' } as const

/** Where the part is cut open. */
export const SectionControls = ({ view, section }: { view: View; section: Section }) => (
  <div class="row" role="group" aria-label="Section">
    <select
      aria-label="Section runs"
      value={section.axis}
      onChange={({ currentTarget }) =>
        (view.section.value = { ...section, axis: currentTarget.value as Section['axis'] })
      }
    >
      {(['x', 'y', 'z'] as const).map((axis) => (
        <option key={axis} value={axis}>
          {axes[axis]}
        </option>
      ))}
    </select>
    <input
      type="range"
      aria-label="Place of the section"
      min={0}
      max={100}
      value={section.at * 100}
      aria-valuetext={`${Math.round(section.at * 100)} %`}
      onInput={({ currentTarget }) => (view.section.value = { ...section, at: Number(currentTarget.value) / 100 })}
    />
  </div>
)
