import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { createServer, type AddressInfo, connect } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { emptyFolder, pegsmith, program } from '../support/pegsmith.ts'
import { startPreview, startPreviewIn } from './browser.ts'

async function started(...args: readonly string[]) {
  const preview = await startPreview(...args)
  onTestFinished(async () => void (await preview.stop()))
  return preview
}

/** An answer to a request as it is written, without anybody having tidied its path. */
const ask = (address: string, path: string, headers: Record<string, string> = {}, method = 'GET', sent = '') =>
  new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
    const { hostname, port } = new URL(address)
    request({ hostname, port, path, headers, method }, (response) => {
      let body = ''
      response.on('data', (text) => (body += String(text)))
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body }))
    })
      .on('error', reject)
      .end(sent)
  })

describe('pegsmith preview', () => {
  test('prints its address, with the design and what differs from its defaults', async () => {
    const { address } = await started('battery-holder', '--columns', '3', '--battery', 'AA', '--label', 'two words')
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#\/battery-holder\?columns=3&label=two\+words$/)
    expect((await started()).address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
  })

  test.each(['SIGINT', 'SIGTERM'] as const)('stops cleanly on %s, even while somebody is connected', async (signal) => {
    const preview = await startPreview()
    await fetch(preview.address)
    expect(await preview.stop(signal)).toBe(0)
  })

  test('tells a port that is in use', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void taken.close())
    const { port } = taken.address() as AddressInfo
    const { code, stdout, stderr } = await pegsmith(['preview', '--port', String(port)])
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toBe(`pegsmith: preview: port ${port} of 127.0.0.1 is in use; --port 0 takes any that is free\n`)
  })

  test.each([
    [['preview', 'batery-holder'], 'did you mean battery-holder?'],
    [['preview', 'blank', '--columns', '99'], 'too large'],
    [['preview', '--port', '70000'], 'too large'],
    [['preview', '--columns', '3'], 'unknown parameter --columns'],
  ])('%j is a wrong request', async (args, words) => {
    const { code, stderr } = await pegsmith(args)
    expect(code).toBe(2)
    expect(stderr).toContain(words)
  })
})

describe('the server', () => {
  test('serves each file with its type', async () => {
    const { address } = await started()
    const { headers, body } = await ask(address, '/')
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    const script = /src="\.(\/assets\/[^"]+\.js)"/.exec(body)![1]
    expect((await ask(address, script)).headers['content-type']).toBe('text/javascript; charset=utf-8')
  })

  test.each([
    '/../pegsmith.js',
    '/..%2fpegsmith.js',
    '/%2e%2e/pegsmith.js',
    '//etc/passwd',
    '/assets',
    '/nothing',
    '/assets/../../package.json',
  ])('has nothing at %s', async (path) => {
    const { address } = await started()
    expect((await ask(address, path)).status).toBe(404)
  })

  test('answers nobody who came by another name, no other page, and nothing but reading', async () => {
    const { address } = await started()
    const { host, port } = new URL(address)
    expect((await ask(address, '/', { host: 'evil.example' })).status).toBe(421)
    expect((await ask(address, '/', { host, origin: 'http://evil.example' })).status).toBe(403)
    expect((await ask(address, '/', { host, origin: 'null' })).status).toBe(403)
    expect((await ask(address, '/', {}, 'POST')).status).toBe(405)
    expect((await ask(address, '/', { host, origin: `http://${host}` })).status).toBe(200)
    expect((await ask(address, '/', { host: `localhost:${port}` })).status).toBe(200)
    expect((await ask(address, '/', {}, 'HEAD')).body).toBe('')
  })
})

describe('the server of a design file', () => {
  async function served(source = "exports.main = () => require('@jscad/modeling').primitives.cube({ size: 9 })") {
    const folder = emptyFolder()
    writeFileSync(join(folder, 'it\'s "a" <cube>.js'), source)
    const preview = await startPreviewIn(folder, './it\'s "a" <cube>.js')
    onTestFinished(async () => void (await preview.stop()))
    return preview
  }
  const part = (given: object = {}) =>
    JSON.stringify({ id: 7, kind: 'part', quality: 'normal', wish: { design: 'it\'s-"a"-<cube>', given } })
  const json = { 'content-type': 'application/json' }

  test('makes its parts for its own page, and tells it how the file stands', async () => {
    const { address } = await served()
    expect((await ask(address, '/')).body).toContain('<meta name="design-file" content="it\'s-&#34;a&#34;-&#60;cube>">')
    const body = new URL('parts', address)
    const made = await fetch(body, { method: 'POST', headers: json, body: part() })
    const answer = JSON.parse((await made.formData()).get('text') as string) as { id: number; kind: string }
    expect(answer).toMatchObject({ id: 7, kind: 'part' })
    const events = await fetch(new URL('changes', address))
    expect(events.headers.get('content-type')).toBe('text/event-stream')
    const { value } = await events.body!.getReader().read()
    expect(new TextDecoder().decode(value)).toMatch(/^data: \{"kind":"changed".*"controls":\[\].*\}\n\n$/)
  })

  test('makes nothing for anybody else', async () => {
    const { address } = await served()
    const status = async (path: string, method: string, headers: Record<string, string>, sent = '') =>
      (await ask(address, path, headers, method, sent)).status
    const foreign = { origin: 'http://evil.example' }
    expect(await status('/parts', 'POST', { ...json, ...foreign }, part())).toBe(403)
    expect(await status('/parts', 'POST', { ...json, 'sec-fetch-site': 'cross-site' }, part())).toBe(403)
    expect(await status('/parts', 'POST', { ...json, host: 'evil.example' }, part())).toBe(421)
    expect(await status('/parts', 'POST', { 'content-type': 'text/plain' }, part())).toBe(415)
    expect(await status('/parts', 'POST', json, part({ label: 'x'.repeat(100_000) }))).toBe(413)
    expect(await status('/parts', 'POST', json, '{')).toBe(400)
    expect(await status('/parts', 'POST', json, 'null')).toBe(400)
    expect(await status('/parts', 'POST', json, part().replace('cube', 'blank'))).toBe(400)
    expect(await status('/parts', 'POST', json, part({ size: {} }))).toBe(400)
    expect(await status('/parts', 'OPTIONS', foreign)).toBe(403)
    expect(await status('/parts', 'GET', {})).toBe(405)
    expect(await status('/changes', 'GET', foreign)).toBe(403)
    expect(await status('/changes', 'GET', { 'sec-fetch-site': 'same-site' })).toBe(403)
    expect(await status('/', 'POST', json, part())).toBe(405)
  })

  test('goes on when somebody leaves in the middle of a request', async () => {
    const { address } = await served('exports.main = () => { for (;;); }')
    const { hostname, port } = new URL(address)
    for (const sent of ['{', part()]) {
      const socket = connect(Number(port), hostname)
      socket.write(`POST /parts HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: application/json\r\n`)
      socket.write(`content-length: ${sent.length + (sent === '{' ? 9 : 0)}\r\n\r\n${sent}`)
      await new Promise((resolve) => setTimeout(resolve, 100))
      socket.destroy()
    }
    expect((await ask(address, '/')).status).toBe(200)
  })

  test('stops at once, even while a page listens and a part is made that has no end', async () => {
    const { address, stop } = await served('exports.main = () => { for (;;); }')
    const events = await fetch(new URL('changes', address))
    const asked = fetch(new URL('parts', address), { method: 'POST', headers: json, body: part() })
    asked.catch(() => {})
    await events.body!.getReader().read()
    const begun = performance.now()
    expect(await stop()).toBe(0)
    expect(performance.now() - begun).toBeLessThan(1000)
  })
})

test('a server without a design file makes nothing', async () => {
  const { address } = await started()
  expect((await ask(address, '/parts', {}, 'POST')).status).toBe(404)
  expect((await ask(address, '/changes')).status).toBe(404)
  expect((await ask(address, '/')).body).not.toContain('design-file')
})

test('whoever closes its output does not end it', async () => {
  const child = spawn(process.execPath, [program, 'preview'], { cwd: emptyFolder() })
  child.stdout.destroy()
  await once(child.stderr, 'data')
  child.kill('SIGINT')
  expect(await once(child, 'exit')).toEqual([0, null])
})

test('--open opens the address in the browser', async () => {
  const folder = emptyFolder()
  for (const opener of ['xdg-open', 'open']) {
    writeFileSync(join(folder, opener), '#!/bin/sh\nprintf %s "$*" > "$OPENED"\n')
    chmodSync(join(folder, opener), 0o755)
  }
  const opened = join(folder, 'opened')
  const env = { ...process.env, PATH: `${folder}:${process.env.PATH}`, OPENED: opened }
  const child = spawn(process.execPath, [program, 'preview', 'blank', '--columns', '5', '--open'], { env })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  await expect.poll(() => readFileSync(opened, { encoding: 'utf8', flag: 'a+' })).toBe(line.toString().trim())
  child.kill('SIGINT')
  expect(await once(child, 'exit')).toEqual([0, null])
})
