import type { lists as source } from '../en/lists.ts'
import type { Translated } from '../translated.ts'

export const lists: Translated<typeof source> = {
  promises: {
    title: 'Zusagen',
    list: 'Zahlungszusagen',
    customer: 'Kunde',
    tabs: { open: 'Offen', broken: 'Gebrochen', kept: 'Gehalten', all: 'Alle' },
    tabsLabel: 'Welche Zusagen',
    empty: 'Hier sind keine Zusagen',
    emptyText: 'Sagt ein Kunde, an welchem Tag er zahlt, wird es mit P notiert und wartet hier.',
  },
  disputes: {
    title: 'Reklamationen',
    list: 'Reklamationen',
    tabs: { open: 'Offen', resolved: 'Erledigt', all: 'Alle' },
    tabsLabel: 'Welche Reklamationen',
    causes: 'Gründe für Reklamationen',
    filter: {
      label: 'Reklamationen filtern',
      mine: 'Meine',
      overdue: 'Über die Frist',
      department: 'Alle Abteilungen',
      reason: 'Alle Gründe',
      opened: 'Eröffnet {from} bis {to}',
      seller: 'Von einer Person im Vertrieb',
      resolution: 'Beendet: {how}',
    },
    empty: 'Hier sind keine Reklamationen',
    emptyText: 'Sagt ein Kunde, dass etwas nicht stimmt, wird es mit D notiert und wartet hier.',
  },
}
