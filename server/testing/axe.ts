import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

type Results = Awaited<ReturnType<AxeBuilder['analyze']>>

/** What passes is not described, which on long pages is most of the work. */
const VIOLATIONS = { resultTypes: ['violations' as const] }

/**
 * What is wrong on the page, by all rules or some. A page without frames is asked where it is: the whole
 * builder sends axe's 1.5 MB twice for each look and opens one more page, most of the work again.
 */
export async function violationsOn(
  page: Page,
  rules: readonly string[] | null,
): Promise<Results['violations']> {
  const runOnly = rules && { type: 'rule' as const, values: [...rules] }
  const options = { ...VIOLATIONS, ...(runOnly && { runOnly }) }
  if (page.frames().length > 1) {
    return (await new AxeBuilder({ page }).options(options).analyze()).violations
  }
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source())
  const asking = `axe.run(document, ${JSON.stringify(options)}).then((found) => found.violations)`
  return page.evaluate<Results['violations']>(asking)
}

let read: string | undefined

function source(): string {
  const builder = createRequire(import.meta.url).resolve('@axe-core/playwright')
  return (read ??= readFileSync(createRequire(builder).resolve('axe-core/axe.min.js'), 'utf8'))
}
