import type { Transaction } from '../../database/database.ts'
import type { Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import type { World } from '../../world.ts'
import { overdueOn, type Account, type AccountItem } from '../account.ts'
import { insertAll } from '../store/rows.ts'
import type { Cast } from './cast.ts'

const DOCUMENTS = 90

type Kept = { readonly item: AccountItem; readonly sha256: string; readonly bytes: number }

/** Puts invoices of overdue accounts into the files; some stay without, as in life. */
export async function keepEvidence(
  world: World,
  organisationId: string,
  { accounts, today }: { accounts: readonly Account[]; today: Day },
): Promise<Kept[]> {
  const items = accounts
    .flatMap((account) => overdueOn(account, today))
    .filter(
      ({ sequence, document }, index) =>
        sequence === 1 && document.kind === 'invoice' && index % 5 !== 0,
    )
    .slice(0, DOCUMENTS)
  // Only the very first start draws documents; every other need not load what draws them.
  const { invoicePdf } = await import('../evidence.ts')
  return Promise.all(
    items.map(async (item) => ({
      item,
      ...(await world.files.put(organisationId, await invoicePdf(item))),
    })),
  )
}

export async function writeEvidence(
  tx: Transaction,
  cast: Cast,
  kept: readonly Kept[],
): Promise<void> {
  const { organisationId, now } = cast
  const rows = kept.map((each) => ({ ...each, fileId: newId() }))
  await insertAll(
    tx,
    'files',
    rows.map(({ fileId, sha256, bytes, item }) => ({
      id: fileId,
      organisationId,
      sha256,
      bytes,
      mediaType: 'application/pdf',
      name: `${item.number}.pdf`,
      createdAt: now,
    })),
  )
  await insertAll(
    tx,
    'evidence',
    rows.map(({ fileId, item }) => ({
      id: newId(),
      organisationId,
      customerId: item.document.customer.id,
      receivableId: item.document.id,
      kind: 'invoice' as const,
      fileId,
      addedBy: cast.people[item.document.customer.collector],
      addedAt: now,
    })),
  )
}
