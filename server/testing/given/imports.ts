import { importJobs } from '../../intake/index.ts'
import type { World } from '../../world.ts'
import type { Asker } from '../test-app.ts'

type File = { readonly name: string; readonly content: string | Buffer; readonly type?: string }

/** A multipart body of files, as a browser sends it. */
export function multipartOf(files: readonly File[]) {
  const boundary = 'a-boundary-of-tests'
  const parts = files.flatMap(({ name, content, type = 'text/csv' }) => [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n` +
        `content-type: ${type}\r\n\r\n`,
    ),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ])
  return {
    body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}

const TASKS: Readonly<Record<string, string>> = {
  reading: 'imports_look',
  comparing: 'imports_compare',
  applying: 'imports_apply',
}

/** Imports as a person brings them in, with the jobs done between the steps. */
export function givenImports(
  world: World,
  { asker, organisationId, personId }: { asker: Asker; organisationId: string; personId: string },
) {
  const by = { kind: 'person', id: personId } as const

  async function upload(entityId: string, files: readonly File[], query = ''): Promise<string[]> {
    const { body, headers } = multipartOf(files)
    const reply = await asker.post(`/imports?legalEntityId=${entityId}${query}`, body, headers)
    if (reply.status !== 202) throw new Error(JSON.stringify(reply.body))
    return reply.body.imports.map(({ id }: { id: string }) => id)
  }

  /** Does the jobs that are due for an import; says how it stands then. */
  async function settle(id: string, more: Record<string, unknown> = {}) {
    for (let turns = 0; turns < 5; turns += 1) {
      const { body } = await asker.get(`/imports/${id}`)
      const task = TASKS[String(body.state)]
      if (!task) return body
      const job = importJobs(world).find((one) => one.task === task)
      await job?.work({ organisationId, importId: id, by, ...more })
    }
    throw new Error('an import that never settles')
  }

  /** Confirms the guessed mapping, with changes by heading. */
  async function confirm(id: string, fields: Record<string, string | null> = {}, more = {}) {
    const { body } = await asker.get(`/imports/${id}`)
    const columns = body.inspection.columns.map(
      (column: { position: number; heading: string; field: string | null }) => ({
        position: column.position,
        field: column.heading in fields ? fields[column.heading] : column.field,
      }),
    )
    const kind = body.kind ?? 'receivables'
    const reply = await asker.put(`/imports/${id}/mapping`, { kind, columns, ...more })
    if (reply.status !== 202) throw new Error(JSON.stringify(reply.body))
    return settle(id)
  }

  /** Uploads a table and takes it as far as the difference. */
  async function compared(entityId: string, content: string | Buffer, options: Options = {}) {
    const { name = 'ledger.csv', query = '', fields = {}, mapping = {} } = options
    const [id = ''] = await upload(entityId, [{ name, content }], query)
    const seen = await settle(id)
    return seen.state === 'to_map' ? confirm(id, fields, mapping) : seen
  }

  async function apply(id: string, goodRows = false) {
    const reply = await asker.post(`/imports/${id}/application`, { goodRows })
    if (reply.status !== 202) throw new Error(JSON.stringify(reply.body))
    return settle(id, { goodRows })
  }

  /** Uploads a table, confirms what was guessed, and takes it into the ledger. */
  async function applied(entityId: string, content: string | Buffer, options: Options = {}) {
    const { id } = await compared(entityId, content, options)
    return apply(id, options.goodRows)
  }

  return { upload, settle, confirm, compared, apply, applied }
}

type Options = {
  readonly name?: string
  readonly query?: string
  readonly fields?: Record<string, string | null>
  readonly mapping?: Record<string, unknown>
  readonly goodRows?: boolean
}
