import type { Link } from '../access/index.ts'
import type { Transaction } from '../database/database.ts'
import type { World } from '../world.ts'
import type { Html } from './html.ts'

/** What a form sent; a name that was sent twice counts once. */
export type Fields = {
  readonly get: (name: string) => string
  /** All that a name was sent with: what was ticked. */
  readonly all: (name: string) => readonly string[]
  /** A file that came with it; null where none was chosen. */
  readonly file?: FormFile | null
}

export type FormFile = {
  readonly name: string
  /** Null when it is larger than is taken. */
  readonly bytes: Buffer | null
}

/** What a page shows of a link's matter. */
export type Shown = {
  readonly title: string
  readonly from: string
  readonly body: Html
  /** Whether there is still something to do, so that the page needs its form. */
  readonly isOpen: boolean
  /** Whether the body says itself why the form comes back. */
  readonly saysNotice?: boolean
  /** Whether its form takes a file. */
  readonly takesFile?: boolean
  /** The buttons, where they belong below the one-time code. */
  readonly acts?: Html
  /** A script of ours that makes the page nicer; everything works without it. */
  readonly script?: string
}

export type Showing = {
  readonly tx: Transaction
  readonly world: World
  readonly link: Link
  /** What was typed before, when the form comes back. */
  readonly fields: Fields
  /** Why it comes back. */
  readonly notice?: string
}

/** Where a form came from, for what has to be proved later. */
export type Origin = { readonly address: string; readonly agent: string }

export type Act = (tx: Transaction, world: World, link: Link, origin: Origin) => Promise<void>

/** What is missing in a form: in the portal's words, or in the purpose's own. */
export type Problem =
  | { readonly problem: 'chooseFirst' | 'tooLong' | 'fileTooLarge' | 'fileNotAllowed' }
  | { readonly say: (language: string) => string }

/** One thing that a link can be for. The portal keeps the link's rules, the purpose its matter. */
export type Purpose = {
  readonly show: (showing: Showing) => Promise<Shown>
  /** Reads a form: what is missing, or what to do in the transaction that takes the use. */
  readonly prepare: (fields: Fields) => Problem | Act
  /** Whether a form may act without the one-time code of a link that has one; without it none may. */
  readonly asksNoCode?: (fields: Fields) => boolean
  /** What to say of a refusal after which the form comes back as it was sent; null ends there. */
  readonly refused?: (code: string, language: string) => string | null
  /** The page after it was done, and when the same form comes again. */
  readonly done: (showing: Showing) => Promise<Shown>
  /**
   * How the matter stands once its link no longer opens, or the act was refused; without it the
   * portal says so in general. Throws when its reader may not know.
   */
  readonly ended?: (showing: Showing) => Promise<Shown>
}
