import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'

import { currentLanguage } from '../../language/texts.ts'
import { frameRoute } from '../root.ts'

export const settingsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('./SettingsPage.tsx'), 'SettingsPage'),
})

const indexRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/settings/account', replace: true })
  },
})

const accountRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'account',
  loader: async ({ context: { client } }) => {
    const { sessions } = await import('../../features/access/settings.ts')
    void client.prefetchQuery(sessions)
  },
  component: lazyRouteComponent(
    () => import('../../features/access/account/Account.tsx'),
    'Account',
  ),
})

const notificationsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'notifications',
  loader: async ({ context: { client } }) => {
    const { habits, rules } = await import('../../features/notifying/notifying.ts')
    void client.prefetchQuery(habits)
    void client.prefetchQuery(rules)
  },
  component: lazyRouteComponent(
    () => import('../../features/notifying/Notifications.tsx'),
    'Notifications',
  ),
})

const meetingsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'meetings',
  loader: async ({ context: { client } }) => {
    const { meetingFeed } = await import('../../features/collecting/meetings/meetings.ts')
    void client.prefetchQuery(meetingFeed)
  },
  component: lazyRouteComponent(
    () => import('../../features/collecting/meetings/Meetings.tsx'),
    'Meetings',
  ),
})

const organisationSettingsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'organisation',
  loader: async ({ context: { client } }) => {
    const { organisation } = await import('../../features/access/settings.ts')
    void client.prefetchQuery(organisation)
  },
  component: lazyRouteComponent(
    () => import('../../features/access/organisation/Organisation.tsx'),
    'Organisation',
  ),
})

const peopleRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'people',
  loader: async ({ context: { client } }) => {
    const { people, teams } = await import('../../features/access/settings.ts')
    void client.prefetchQuery(people)
    void client.prefetchQuery(teams)
  },
  component: lazyRouteComponent(() => import('../../features/access/people/People.tsx'), 'People'),
})

const policyRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'policy',
  loader: async ({ context: { client } }) => {
    const { organisation } = await import('../../features/access/settings.ts')
    void client.prefetchQuery(organisation)
  },
  component: lazyRouteComponent(() => import('../../features/access/policy/Policy.tsx'), 'Policy'),
})

const mandatesRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'mandates',
  loader: async ({ context: { client } }) => {
    const { mandateLimits } = await import('../../features/collecting/mandates/limits.ts')
    void client.prefetchQuery(mandateLimits)
  },
  component: lazyRouteComponent(
    () => import('../../features/collecting/mandates/MandatePolicy.tsx'),
    'MandatePolicy',
  ),
})

const departmentsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'departments',
  loader: async ({ context: { client } }) => {
    const { departments } = await import('../../features/collecting/disputes/disputes.ts')
    void client.prefetchQuery(departments)
  },
  component: lazyRouteComponent(
    () => import('../../features/collecting/departments/Departments.tsx'),
    'Departments',
  ),
})

const companiesRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'companies',
  loader: async ({ context: { client } }) => {
    const { companies } = await import('../../features/ledger/companies/companies.ts')
    void client.prefetchQuery(companies)
  },
  component: lazyRouteComponent(
    () => import('../../features/ledger/companies/Companies.tsx'),
    'Companies',
  ),
})

const emailRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'email',
  loader: async ({ context: { client } }) => {
    const { mailHealth, mailSettings } = await import('../../features/talking/email/mail.ts')
    void client.prefetchQuery(mailSettings)
    void client.prefetchQuery(mailHealth)
  },
  component: lazyRouteComponent(() => import('../../features/talking/email/Email.tsx'), 'Email'),
})

const templatesRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'templates',
  loader: async ({ context: { client } }) => {
    const { templates } = await import('../../features/talking/templates/templates.ts')
    void client.prefetchQuery(templates)
  },
  component: lazyRouteComponent(
    () => import('../../features/talking/templates/TemplateList.tsx'),
    'TemplateList',
  ),
})

type TemplateSearch = { readonly language?: string }

export const templateRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'templates/$key',
  validateSearch: (search: Readonly<Record<string, unknown>>): TemplateSearch =>
    typeof search['language'] === 'string' ? { language: search['language'] } : {},
  loader: async ({ context: { client }, params }) => {
    const { templateOf, variables } = await import('../../features/talking/templates/templates.ts')
    void client.prefetchQuery(templateOf(params.key))
    void client.prefetchQuery(variables(currentLanguage()))
  },
  component: lazyRouteComponent(() => import('./TemplatePage.tsx'), 'TemplatePage'),
})

type MailboxSearch = { readonly mail?: string }

export const mailboxRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'mailbox',
  validateSearch: (search: Readonly<Record<string, unknown>>): MailboxSearch =>
    typeof search['mail'] === 'string' ? { mail: search['mail'] } : {},
  loader: async ({ context: { client } }) => {
    const { caughtMails } = await import('../../features/talking/mailbox/mailbox.ts')
    void client.prefetchQuery(caughtMails)
  },
  component: lazyRouteComponent(() => import('./MailboxPage.tsx'), 'MailboxPage'),
})

export const settingsRoutes = settingsRoute.addChildren([
  indexRoute,
  accountRoute,
  notificationsRoute,
  meetingsRoute,
  organisationSettingsRoute,
  peopleRoute,
  policyRoute,
  mandatesRoute,
  departmentsRoute,
  companiesRoute,
  emailRoute,
  templatesRoute,
  templateRoute,
  mailboxRoute,
])
