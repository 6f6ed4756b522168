import { kebabCase, type Parameter, type Resolved, valueText } from '#design'

/** Parameters as a table of the README. */
export function parametersTable(
  name: string,
  parameters: readonly (readonly [string, Parameter])[],
  defaults: Resolved,
): string {
  const rows = parameters.map(([key, parameter]) => {
    const follows = typeof parameter.default === 'function' ? ' (follows)' : ''
    const text = valueText(defaults[key])
    const standard = parameter.kind === 'text' ? JSON.stringify(text) : text || 'none'
    return `| \`--${kebabCase(key)}\` | ${standard}${follows} | ${range(parameter)} | ${parameter.description} |`
  })
  return [`| ${name} | default | range | what it is |`, '| --- | --- | --- | --- |', ...rows, ''].join('\n')
}

function range({ kind, min, max, unit, choices, maxLength }: Parameter): string {
  // Of a text they are only some of what it can be.
  if (choices) return kind === 'text' ? `${choices[0]}, …` : choices.join(', ')
  if (kind === 'flag') return 'yes, no'
  if (kind === 'model') return 'a file'
  if (kind === 'path') return 'a folder'
  if (kind === 'text') return `up to ${maxLength} characters`
  return `${min} … ${max}${unit ? ` ${unit}` : ''}`
}
