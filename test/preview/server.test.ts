import { request } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { pegsmith } from '../support/pegsmith.ts'
import { startPreview } from './browser.ts'

async function started(...args: readonly string[]) {
  const preview = await startPreview(...args)
  onTestFinished(async () => void (await preview.stop()))
  return preview
}

/** An answer to a request as it is written, without anybody having tidied its path. */
const ask = (address: string, path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
    const { hostname, port } = new URL(address)
    request({ hostname, port, path, headers, method }, (response) => {
      let body = ''
      response.on('data', (text) => (body += String(text)))
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body }))
    })
      .on('error', reject)
      .end()
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
