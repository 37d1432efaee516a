export type Post = {
  readonly title: string
  readonly rows: readonly { readonly title: string; readonly text: string; readonly url: string }[]
  readonly open: string
}

const MOST_ROWS = 20

/** A Slack message in blocks: https://api.slack.com/messaging/webhooks, Block Kit sections. */
export function slackBody({ title, rows }: Post): object {
  const shown = rows.slice(0, MOST_ROWS)
  return {
    text: plainSlack(title),
    blocks: [
      section(`*${plainSlack(title)}*`),
      ...shown.map((row) =>
        section(
          [
            row.url === '' ? plainSlack(row.title) : `<${row.url}|${plainSlack(row.title)}>`,
            plainSlack(row.text),
          ]
            .filter(Boolean)
            .join('\n'),
        ),
      ),
      ...moreOf(rows).map(section),
    ],
  }
}

function section(text: string): object {
  return { type: 'section', text: { type: 'mrkdwn', text: text.slice(0, 3000) } }
}

/** Slack reads these three signs as its own; names must stay names and mention nobody. */
function plainSlack(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('|', '¦')
}

/** A message with an adaptive card, as the Teams workflow "when a webhook request is received" takes it. */
export function teamsBody({ title, rows, open }: Post): object {
  const shown = rows.slice(0, MOST_ROWS)
  const [first] = rows
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body: [
            block(title, { weight: 'Bolder', size: 'Medium' }),
            ...shown.flatMap((row) => [
              block(row.title, { separator: true }),
              ...(row.text === '' ? [] : [block(row.text, { isSubtle: true, spacing: 'None' })]),
            ]),
            ...moreOf(rows).map((text) => block(text, {})),
          ],
          actions:
            first && first.url !== '' && rows.length === 1
              ? [{ type: 'Action.OpenUrl', title: open, url: first.url }]
              : [],
        },
      },
    ],
  }
}

function block(text: string, look: object): object {
  return { type: 'TextBlock', text: plainTeams(text), wrap: true, ...look }
}

/** Text blocks read a little Markdown; names must stay names. */
function plainTeams(text: string): string {
  return text.replaceAll(/[\\*_[\]()#`~<>]/g, (sign) => `\\${sign}`)
}

function moreOf({ length }: Post['rows']): string[] {
  return length > MOST_ROWS ? [`+ ${length - MOST_ROWS}`] : []
}
