import type { World } from '../../world.ts'
import { answerAll, type Answered } from './outcomes.ts'
import { handOverAll } from './store/delivery.ts'
import { together } from './together.ts'

/** So long what is handed over, and what is answered, waits to be noted with more of its kind. */
const HAND_OVER_MILLISECONDS = 1
const ANSWER_MILLISECONDS = 5

type HandingOver = { readonly id: string; readonly statementSha256: string | null }

/** What becomes of an organisation's messages, noted for many at once. */
export type Noting = {
  /** Resolves once it is on record that the message may have left; false when it is not ours any more. */
  readonly handOver: (handing: HandingOver) => Promise<boolean>
  readonly answer: (answered: Answered) => Promise<void>
}

/** Whoever delivers several batches at a time notes them all in one place: fewer and larger notes. */
export function openNoting(world: World, organisationId: string): Noting {
  const { processId } = world
  return {
    handOver: together(HAND_OVER_MILLISECONDS, async (handings) => {
      const doing = { processId, at: world.clock() }
      const ours = await handOverAll(world.db, organisationId, handings, doing)
      return handings.map(({ id }) => ours.has(id))
    }),
    answer: together(ANSWER_MILLISECONDS, async (answers) => {
      await answerAll(world, organisationId, answers)
      return answers.map(() => undefined)
    }),
  }
}
