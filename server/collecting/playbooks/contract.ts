import * as z from 'zod'

import { Id, Instant, refusals } from '../../http/contract.ts'
import { PlaybookContent, PlaybookFinding } from './content/contract.ts'

/** Every "no" about playbooks. */
export const REFUSAL_CODES = [
  'no_such_playbook',
  'no_such_version',
  'playbook_archived',
  'no_draft',
  'draft_changed',
  'playbook_has_errors',
] as const

export const EVENT_NAMES = [
  'playbook.drafted',
  'playbook.switched_on',
  'playbook.archived',
] as const

export const Playbook = z.object({
  id: Id,
  name: z.string(),
  isArchived: z.boolean(),
  inForce: z.object({ version: z.int(), since: Instant, content: PlaybookContent }).nullable(),
  draft: z.object({ version: z.int(), savedAt: Instant, content: PlaybookContent }).nullable(),
})

const ById = z.object({ id: Id })

export const getPlaybook = {
  method: 'GET',
  url: '/playbooks/:id',
  permission: 'playbooks.read',
  summary: 'A playbook: in force, its draft, and what is wrong with the draft.',
  schema: {
    params: ById,
    response: { 200: Playbook.extend({ findings: z.array(PlaybookFinding) }), ...refusals },
  },
} as const

const Somebody = z.object({ id: Id, name: z.string() })

/** A version: what it changed of the one before, who wrote it and who put it into force. */
export const PlaybookVersion = z.object({
  version: z.int(),
  state: z.enum(['draft', 'in_force', 'replaced']),
  savedAt: Instant,
  /** Null for a playbook that came along. */
  savedBy: Somebody.nullable(),
  switchedOnAt: Instant.nullable(),
  switchedOnBy: Somebody.nullable(),
  /** Empty for the first version. */
  changes: z.array(
    z.object({
      kind: z.enum(['step_added', 'step_removed', 'step_changed', 'setting_changed']),
      /** Null for a setting of the whole playbook. */
      stepKey: z.string().nullable(),
      name: z.string().nullable(),
      /** Fields of the step or of the playbook; conditions of its segment as 'segment.countries'. */
      fields: z.array(z.string()),
    }),
  ),
})

export const listVersions = {
  method: 'GET',
  url: '/playbooks/:id/versions',
  permission: 'playbooks.read',
  summary: 'Every version of a playbook, the newest first: what changed, who, when.',
  schema: {
    params: ById,
    response: { 200: z.object({ rows: z.array(PlaybookVersion) }), ...refusals },
  },
} as const

export const getVersion = {
  method: 'GET',
  url: '/playbooks/:id/versions/:version',
  permission: 'playbooks.read',
  summary: 'One version of a playbook as it was.',
  schema: {
    params: ById.extend({ version: z.coerce.number().int().min(1) }),
    response: { 200: PlaybookVersion.extend({ content: PlaybookContent }), ...refusals },
  },
} as const

export const createPlaybook = {
  method: 'POST',
  url: '/playbooks',
  permission: 'playbooks.edit',
  summary: 'A new playbook as a draft; nothing follows it before it is switched on.',
  schema: {
    body: z.object({ name: z.string().trim().min(1).max(80), content: PlaybookContent }),
    response: { 201: z.object({ id: Id, findings: z.array(PlaybookFinding) }), ...refusals },
  },
} as const

export const savePlaybookDraft = {
  method: 'PUT',
  url: '/playbooks/:id/draft',
  permission: 'playbooks.edit',
  summary:
    'Saves the draft. Errors are told and do not stop the saving; they stop the switching on.',
  schema: {
    params: ById,
    body: z.object({ name: z.string().trim().min(1).max(80).optional(), content: PlaybookContent }),
    response: {
      200: z.object({ version: z.int(), findings: z.array(PlaybookFinding) }),
      ...refusals,
    },
  },
} as const

export const switchOnPlaybook = {
  method: 'POST',
  url: '/playbooks/:id/switch-on',
  permission: 'playbooks.edit',
  summary: 'Puts the draft into force. Running ladders go on at the level they have reached.',
  schema: {
    params: ById,
    body: z.object({
      version: z.int(),
      /** When the draft that was looked at had been saved: another one is refused. */
      savedAt: Instant.optional(),
    }),
    response: { 200: z.object({ version: z.int() }), ...refusals },
  },
} as const

export const archivePlaybook = {
  method: 'POST',
  url: '/playbooks/:id/archive',
  permission: 'playbooks.edit',
  summary: 'Takes a playbook out of use; its customers go to the next one that matches.',
  schema: { params: ById, response: { 200: z.object({ archived: z.boolean() }), ...refusals } },
} as const

export const checkPlaybook = {
  method: 'POST',
  url: '/playbooks/check',
  permission: 'playbooks.read',
  summary: 'What is wrong with this content, without saving it.',
  schema: {
    body: z.object({ content: PlaybookContent }),
    response: { 200: z.object({ findings: z.array(PlaybookFinding) }), ...refusals },
  },
} as const
