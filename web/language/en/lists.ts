export const lists = {
  promises: {
    title: 'Promises',
    list: 'Promises to pay',
    customer: 'Customer',
    tabs: { open: 'Open', broken: 'Broken', kept: 'Kept', all: 'All' },
    tabsLabel: 'Which promises',
    empty: 'No promises here',
    emptyText:
      'When a customer says on which day they will pay, it is noted with P and waits here.',
  },
  disputes: {
    title: 'Disputes',
    list: 'Disputes',
    tabs: { open: 'Open', resolved: 'Settled', all: 'All' },
    tabsLabel: 'Which disputes',
    causes: 'Causes of disputes',
    filter: {
      label: 'Filter disputes',
      mine: 'Mine',
      overdue: 'Past the deadline',
      department: 'All departments',
      reason: 'All reasons',
      opened: 'Opened {from} to {to}',
      seller: 'By one seller',
      resolution: 'Ended: {how}',
    },
    empty: 'No disputes here',
    emptyText: 'When a customer says that something is wrong, it is noted with D and waits here.',
  },
} as const
