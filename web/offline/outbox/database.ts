/** What waits, as it lies on the device: sealed, with whose it is in the clear. */
export type SealedEntry = {
  readonly id: string
  readonly owner: string
  readonly at: number
  readonly iv: Uint8Array<ArrayBuffer>
  readonly sealed: ArrayBuffer
}

const NAME = 'goodterms-outbox'
const VERSION = 1

let opening: Promise<IDBDatabase> | null = null

function open(): Promise<IDBDatabase> {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION)
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore('entries', { keyPath: 'id' })
      request.result.createObjectStore('keys')
    })
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => {
      opening = null
      reject(request.error ?? new Error('no database on this device'))
    })
  })
  return opening
}

type Store = 'entries' | 'keys'

async function within<Result>(
  store: Store,
  mode: IDBTransactionMode,
  ask: (of: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await open()
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, mode)
    const request = ask(transaction.objectStore(store))
    const fail = () => reject(transaction.error ?? request.error ?? new Error('not kept'))
    transaction.addEventListener('complete', () => resolve(request.result))
    transaction.addEventListener('error', fail)
    transaction.addEventListener('abort', fail)
  })
}

export async function putEntry(entry: SealedEntry): Promise<void> {
  await within('entries', 'readwrite', (of) => of.put(entry))
}

export async function deleteEntry(id: string): Promise<void> {
  await within('entries', 'readwrite', (of) => of.delete(id))
}

/** All that waits for one person, the oldest first. */
export async function entriesOf(owner: string): Promise<SealedEntry[]> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only putEntry writes here
  const all = (await within('entries', 'readonly', (of) => of.getAll())) as SealedEntry[]
  return all.filter((entry) => entry.owner === owner).toSorted((a, b) => a.at - b.at)
}

export async function keyOf(owner: string): Promise<CryptoKey | null> {
  const key: unknown = await within('keys', 'readonly', (of) => of.get(owner))
  return key instanceof CryptoKey ? key : null
}

export async function keepKey(owner: string, key: CryptoKey): Promise<void> {
  await within('keys', 'readwrite', (of) => of.put(key, owner))
}

export async function forgetKeys(): Promise<void> {
  await within('keys', 'readwrite', (of) => of.clear())
}
