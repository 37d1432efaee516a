import type { FastifyPluginAsync, FastifyReply } from 'fastify'

import { inOrganisation } from '../database/tenancy.ts'
import type { Actor } from '../http/actor.ts'
import { asForeignHtml } from '../http/headers.ts'
import { serve } from '../http/routes.ts'
import type { World } from '../world.ts'
import * as mailbox from './demo-mailbox/contract.ts'
import { attachmentOf, caughtMail, caughtMails, pageOf } from './demo-mailbox/index.ts'
import * as email from './email/contract.ts'
import {
  changeSettings,
  checkSettings,
  readHealth,
  readSettings,
  sendTestMessage,
  stopSending,
} from './email/index.ts'
import * as statement from './statement/contract.ts'
import { accountOfToday, statementName, statementPdf } from './statement/index.ts'
import type { StatementSnapshot } from './statement/index.ts'
import * as templates from './templates/contract.ts'
import {
  changeTemplate,
  createTemplate,
  exampleSnapshot,
  listTemplates,
  listVariables,
  previewPage,
  previewText,
  readTemplate,
  saveText,
} from './templates/index.ts'

type App = Parameters<FastifyPluginAsync>[0]

export function talkingRoutes(world: World): FastifyPluginAsync {
  return async (app) => {
    serveTemplates(app, world)
    servePreviews(app, world)
    serveStatements(app, world)
    serveMail(app, world)
    serveMailbox(app, world)
  }
}

function serveTemplates(app: App, world: World): void {
  const editing = ({ organisationId, personId }: Actor) => ({
    organisationId,
    personId,
    at: world.clock(),
  })
  serve(app, templates.listTemplates, (actor) => listTemplates(world, actor))
  serve(app, templates.getTemplate, (actor, { params }) => readTemplate(world, actor, params.key))
  serve(app, templates.createTemplate, async (actor, { body }) => {
    await inOrganisation(world.db, actor.organisationId, (tx) =>
      createTemplate(tx, editing(actor), body),
    )
    return { key: body.key }
  })
  serve(app, templates.changeTemplate, async (actor, { params, body }) => {
    await inOrganisation(world.db, actor.organisationId, (tx) =>
      changeTemplate(tx, editing(actor), params.key, body),
    )
    return readTemplate(world, actor, params.key)
  })
  serve(app, templates.saveTemplateText, async (actor, { params, body }) => {
    const saved = await inOrganisation(world.db, actor.organisationId, (tx) =>
      saveText(tx, editing(actor), { ...params, ...body }),
    )
    return saved.kind === 'saved'
      ? saved
      : { kind: 'faulty' as const, findings: [...saved.findings] }
  })
}

function servePreviews(app: App, world: World): void {
  serve(app, templates.listTemplateVariables, async (_actor, { query }) =>
    listVariables(query.language),
  )
  serve(app, templates.previewTemplate, async (actor, { body }) => {
    const preview = await previewText(world, actor, body)
    return { ...preview, findings: [...preview.findings] }
  })
  serve(app, templates.getPreviewPage, async (actor, { params, reply }) =>
    asForeignHtml(reply).send(await previewPage(world, actor, params.id)),
  )
}

function serveStatements(app: App, world: World): void {
  serve(app, statement.getStatement, async (actor, { params, query, reply }) => {
    const account = await accountOfToday(world, actor, params.customerId)
    return sendStatement(reply, account.snapshot, query.language ?? account.language)
  })
  serve(app, statement.getExampleStatement, async (_actor, { query, reply }) =>
    sendStatement(reply, exampleSnapshot(query.language), query.language),
  )
}

async function sendStatement(reply: FastifyReply, snapshot: StatementSnapshot, language: string) {
  const pdf = await statementPdf(snapshot, language)
  return sendFile(reply, statementName(snapshot, language), 'application/pdf').send(pdf)
}

/** A file to look at, under its own name whatever letters that has (RFC 6266). */
function sendFile(reply: FastifyReply, name: string, mediaType: string): FastifyReply {
  const disposition = `inline; filename*=UTF-8''${encodeURIComponent(name)}`
  return reply.type(mediaType).header('content-disposition', disposition)
}

function serveMail(app: App, world: World): void {
  serve(app, email.getMailSettings, async (actor) => ({
    settings: await readSettings(world, actor),
  }))
  serve(app, email.saveMailSettings, async (actor, { body }) => ({
    settings: await changeSettings(world, actor, body),
  }))
  serve(app, email.removeMailSettings, async (actor) => {
    await stopSending(world, actor)
    return { settings: null }
  })
  serve(app, email.checkMailSettings, (actor, { body }) => checkSettings(world, actor, body))
  serve(app, email.sendTestMessage, (actor, { body }) =>
    sendTestMessage(world, actor, body.language),
  )
  serve(app, email.getMailHealth, (actor) => readHealth(world, actor))
}

function serveMailbox(app: App, world: World): void {
  serve(app, mailbox.listCaughtMail, async ({ organisationId }) => ({
    mails: await caughtMails(world, organisationId),
  }))
  serve(app, mailbox.getCaughtMail, ({ organisationId }, { params }) =>
    caughtMail(world, organisationId, params.id),
  )
  serve(app, mailbox.getCaughtPage, async ({ organisationId }, { params, reply }) =>
    asForeignHtml(reply).send(await pageOf(world, organisationId, params.id)),
  )
  serve(app, mailbox.getCaughtAttachment, async ({ organisationId }, { params, reply }) => {
    const { name, mediaType, content } = await attachmentOf(world, organisationId, params)
    return sendFile(reply, name, mediaType).send(content)
  })
}
