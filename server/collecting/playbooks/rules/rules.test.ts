import { describe, expect, test } from 'vitest'

import { inOrganisation } from '../../../database/tenancy.ts'
import { loadTemplates, needsOf } from '../../../talking/index.ts'
import { playbook, stepAt } from '../../../testing/gate-facts.ts'
import { givenOrganisation } from '../../../testing/given/people.ts'
import { testWorld } from '../../../testing/test-world.ts'
import { changesBetween } from './changes.ts'
import type { PlaybookContent } from './content.ts'
import { defaultPlaybooks } from './defaults.ts'
import { ladderOf } from './ladder.ts'
import { isInSegment, specificityOf } from './segment.ts'
import { findingsOf } from './validity.ts'

async function shippedTemplates() {
  const { world } = await testWorld()
  const organisationId = await givenOrganisation(world)
  return inOrganisation(world.db, organisationId, (tx) => loadTemplates(tx, organisationId))
}

const needs = (key: string) =>
  ({
    reminder_friendly: [],
    reminder_final: ['next_step'],
    thank_you: ['payment'],
    instalment_missed: ['instalment'],
    personal: ['personal_note'],
    plan_accelerated: ['acceleration'],
  })[key] ?? null

function codes(...steps: ReturnType<typeof stepAt>[]) {
  return findingsOf(playbook({ steps }).content, needs).map(({ code }) => code)
}

describe('a playbook', () => {
  test.each([
    ['without a step', codes(), ['no_steps']],
    ['with a step', codes(stepAt('a', 3)), []],
    ['with a key twice', codes(stepAt('a', 3), stepAt('a', 4)), ['duplicate_key']],
    ['with a reserved key', codes(stepAt('decision_needed', 3)), ['reserved_key']],
    ['with an unknown text', codes(stepAt('a', 3, { templateKey: 'none' })), ['unknown_template']],
    [
      'with an email without text',
      codes(stepAt('a', 3, { templateKey: null })),
      ['template_missing'],
    ],
    [
      'with a call that may become an email without text',
      codes(stepAt('a', 3, { channel: 'call', fallbackChannels: ['email'], templateKey: null })),
      ['template_missing'],
    ],
    [
      'with a text that nothing carries',
      codes(stepAt('a', 3, { channel: 'call' })),
      ['template_without_message'],
    ],
    [
      'with a final text that announces nothing',
      codes(stepAt('a', 3, { templateKey: 'reminder_final' }), stepAt('b', 4)),
      ['announcement_missing'],
    ],
    [
      'with an announcement that nothing follows',
      codes(stepAt('a', 3, { announces: 'legal_action' })),
      ['announcement_without_step'],
    ],
    [
      'with an announcement that a step follows',
      codes(stepAt('a', 3, { announces: 'legal_action' }), stepAt('b', 4)),
      [],
    ],
    [
      'with an announcement that only large amounts see followed',
      codes(stepAt('a', 3, { announces: 'legal_action' }), stepAt('b', 4, { floor: { EUR: 1 } })),
      ['announcement_without_step'],
    ],
    [
      'with an announcement for amounts that are followed',
      codes(
        stepAt('a', 3, { announces: 'legal_action', floor: { EUR: 1 } }),
        stepAt('b', 4, { floor: { EUR: 1 } }),
      ),
      [],
    ],
    [
      'with thanks for nothing',
      codes(stepAt('a', 3, { templateKey: 'thank_you' })),
      ['template_needs_payment'],
    ],
    [
      'with a note that nobody writes',
      codes(stepAt('a', 3, { templateKey: 'personal' })),
      ['template_needs_note'],
    ],
    [
      'with a plan whose rest nobody made due',
      codes(stepAt('a', 3, { templateKey: 'plan_accelerated' })),
      ['template_needs_acceleration'],
    ],
    [
      'with an answer before the event',
      codes(stepAt('a', -1, { event: 'promise_broken' })),
      ['event_before'],
    ],
    [
      'that answers a reply by email',
      codes(stepAt('a', 0, { event: 'reply_received' })),
      ['reply_by_email'],
    ],
    [
      'that answers a reply by a person',
      codes(stepAt('a', 0, { event: 'reply_received', channel: 'notice', templateKey: null })),
      [],
    ],
    [
      'with a text about an instalment from the due day',
      codes(stepAt('a', 0, { templateKey: 'instalment_missed' })),
      ['template_needs_instalment'],
    ],
    [
      'with that text after a missed instalment',
      codes(stepAt('a', 0, { event: 'instalment_missed', templateKey: 'instalment_missed' })),
      [],
    ],
    [
      'with a step before due that must not be skipped',
      codes(stepAt('a', -1, { isSkippable: false })),
      ['before_due_not_skippable'],
    ],
    [
      'with a floor above the ceiling',
      codes(stepAt('a', 1, { floor: { EUR: 2 }, ceiling: { EUR: 1 } })),
      ['floor_above_ceiling'],
    ],
    [
      'with a channel tried twice',
      codes(stepAt('a', 1, { fallbackChannels: ['email'] })),
      ['fallback_repeats_channel'],
    ],
    [
      'in which the seller threatens',
      codes(stepAt('a', 1, { lane: 'seller', announces: 'legal_action' }), stepAt('b', 2)),
      ['seller_signs_formal'],
    ],
  ])('%s', (_what, found, expected) => {
    expect(found).toEqual(expected)
  })

  test('whose catch-up names a step that is not there, or whose gap outlasts it, says so', () => {
    const steps = [stepAt('a', 1), stepAt('b', 8)]
    const catchUp = { kind: 'at_most', stepKey: 'x' } as const
    const found = (gap: number) =>
      findingsOf(playbook({ steps, catchUp, minimumGapDays: gap }).content, needs)
    expect(found(7).map(({ code, severity }) => [code, severity])).toEqual([
      ['catch_up_unknown_step', 'error'],
    ])
    expect(found(8).map(({ code, severity }) => [code, severity])).toEqual([
      ['catch_up_unknown_step', 'error'],
      ['gap_longer_than_ladder', 'warning'],
    ])
  })

  test.each(['en', 'de', 'fr', 'es', 'xx'])(
    'as shipped in %s has nothing wrong',
    async (language) => {
      const templates = await shippedTemplates()
      for (const { content } of defaultPlaybooks(language)) {
        expect(findingsOf(content, (key) => needsOf(templates, key))).toEqual([])
      }
    },
  )
})

test('levels count from the due day, whatever comes before it', () => {
  const { content } = playbook({
    steps: [
      stepAt('b', 0),
      stepAt('z', 9),
      stepAt('a', -3),
      stepAt('e', 1, { event: 'promise_broken' }),
    ],
  })
  expect(ladderOf(content).map(({ step, place, level }) => [step.key, place, level])).toEqual([
    ['a', 0, 0],
    ['b', 1, 1],
    ['z', 2, 2],
  ])
})

describe('what changed between two versions', () => {
  const before = playbook({ steps: [stepAt('a', 3), stepAt('b', 9)] }).content

  test.each<[string, Partial<PlaybookContent>, object[]]>([
    ['nothing', {}, []],
    [
      'a step moved and called',
      { steps: [stepAt('a', 4, { channel: 'call' }), stepAt('b', 9)] },
      [{ kind: 'step_changed', stepKey: 'a', name: 'a', fields: ['channel', 'offsetDays'] }],
    ],
    [
      'a step replaced by another',
      { steps: [stepAt('a', 3), stepAt('c', 9)] },
      [
        { kind: 'step_added', stepKey: 'c', name: 'c', fields: [] },
        { kind: 'step_removed', stepKey: 'b', name: 'b', fields: [] },
      ],
    ],
    [
      'settings of the whole',
      { segment: { ...before.segment, countries: ['FR'] }, minimumGapDays: 5 },
      [
        {
          kind: 'setting_changed',
          stepKey: null,
          name: null,
          fields: ['segment.countries', 'minimumGapDays'],
        },
      ],
    ],
  ])('%s', (_what, more, expected) => {
    expect(changesBetween(before, { ...before, ...more })).toEqual(expected)
  })
})

describe('a segment', () => {
  const customer = {
    segment: 'commercial' as const,
    country: 'FR',
    tags: ['key'],
    legalForm: 'SARL',
    ownerId: 'owner',
    ownerTeamId: 'north',
    legalEntityId: 'gmbh',
    termsDays: 30,
    owed: new Map([['EUR', 500_00]]),
  }
  const nobody = playbook().content.segment

  test.each([
    ['everybody', {}, true, 0],
    ['companies', { segment: 'commercial' as const }, true, 1],
    ['consumers', { segment: 'consumer' as const }, false, 1],
    ['France or Spain', { countries: ['ES', 'FR'] }, true, 1],
    ['Spain', { countries: ['ES'] }, false, 1],
    ['a tag', { tags: ['other', 'key'] }, true, 1],
    ['another tag', { tags: ['other'] }, false, 1],
    ['a legal form', { legalForms: ['SARL'] }, true, 1],
    ['another legal form', { legalForms: ['SA'] }, false, 1],
    ['an owner', { ownerIds: ['owner'] }, true, 1],
    ['another owner', { ownerIds: ['x'] }, false, 1],
    ['who owes as much', { owedAtLeast: { EUR: 500_00 } }, true, 1],
    ['who owes more', { owedAtLeast: { EUR: 500_01 } }, false, 1],
    ['a team of the owner', { teamIds: ['south', 'north'] }, true, 1],
    ['another team', { teamIds: ['south'] }, false, 1],
    ['the company', { legalEntityIds: ['gmbh'] }, true, 1],
    ['another company', { legalEntityIds: ['sarl'] }, false, 1],
    ['who owes no more', { owedAtMost: { EUR: 500_00 } }, true, 1],
    ['who owes less', { owedAtMost: { EUR: 499_99 } }, false, 1],
    ['both bounds', { owedAtLeast: { EUR: 1 }, owedAtMost: { EUR: 500_00 } }, true, 1],
    ['terms as long', { termsDaysAtLeast: 30 }, true, 1],
    ['longer terms', { termsDaysAtLeast: 31 }, false, 1],
    ['terms as short', { termsDaysAtMost: 30 }, true, 1],
    ['shorter terms', { termsDaysAtLeast: 0, termsDaysAtMost: 29 }, false, 1],
    ['P51 who owes in another currency', { owedAtLeast: { USD: 1 } }, false, 1],
    ['France and consumers', { countries: ['FR'], segment: 'consumer' as const }, false, 2],
  ])('of %s', (_what, conditions, expected, specificity) => {
    const segment = { ...nobody, ...conditions }
    expect(isInSegment(segment, customer)).toBe(expected)
    expect(specificityOf(segment)).toBe(specificity)
  })
})
