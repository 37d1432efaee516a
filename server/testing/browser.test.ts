import { once } from 'node:events'
import { createServer } from 'node:http'

import { expect, onTestFinished, test } from 'vitest'

import { openBrowser, openPage, overflowsSideways, seriousFindings } from './browser.ts'

test.each([
  ['the browser of this machine', undefined],
  ['the browser that npm brought', 'npm'],
])('%s opens pages, reads their look and hears their complaints', async (_, choice) => {
  const before = process.env['GOODTERMS_CHROMIUM']
  if (choice) process.env['GOODTERMS_CHROMIUM'] = choice
  const browser = await openBrowser()
  onTestFinished(async () => {
    await browser.close()
    if (choice) delete process.env['GOODTERMS_CHROMIUM']
    if (before !== undefined) process.env['GOODTERMS_CHROMIUM'] = before
  })
  const origin = await serve(`<!doctype html><html lang="en"><title>t</title>
    <meta name="viewport" content="width=device-width"><main><h1>Hello</h1>
    <img src="/x"><p style="width: 800px">wide</p></main><script>console.error('broken')</script>`)

  const phone = await openPage(browser, { origin, size: 'phone', scheme: 'dark', locale: 'de-DE' })
  await phone.page.goto('/')

  const look = await phone.page.evaluate(() => ({
    isDark: matchMedia('(prefers-color-scheme: dark)').matches,
    language: navigator.language,
  }))
  expect(look).toEqual({ isDark: true, language: 'de-DE' })
  expect(await overflowsSideways(phone.page)).toBe(true)
  expect(await seriousFindings(phone.page)).toEqual([expect.stringContaining('image-alt')])
  expect(phone.problems).toEqual(['broken'])
})

async function serve(html: string): Promise<string> {
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/' ? 200 : 404, { 'content-type': 'text/html' })
    response.end(html)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}
