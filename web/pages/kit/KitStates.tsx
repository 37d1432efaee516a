import { Inbox } from 'lucide-react'

import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { NoPermission } from '../../ui/NoPermission.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { SkeletonRows } from '../../ui/Skeleton.tsx'
import { KitSection } from './KitSection.tsx'

const BANNERS = ['plain', 'soon', 'act', 'test', 'clock'] as const

export function KitStates() {
  return (
    <KitSection title="States">
      <div className="flex flex-col gap-2">
        {BANNERS.map((tone) => (
          <Banner key={tone} tone={tone} isBox>
            {tone}: every message goes to your own mailbox instead of the customer’s.
          </Banner>
        ))}
      </div>
      <div className="grid gap-4 lg:grid-cols-3">
        <Card hasPadding={false}>
          <EmptyState
            icon={Inbox}
            title="Nobody to remind today"
            text="Import a ledger, and whoever is late will be here."
            action={<Button variant="primary">Import a ledger</Button>}
          />
        </Card>
        <Card hasPadding={false}>
          <ErrorState reason="The server does not answer." reference="req-4f2" onRetry={() => {}} />
        </Card>
        <Card hasPadding={false}>
          <NoPermission />
        </Card>
        <Card hasPadding={false}>
          <SkeletonRows count={5} />
        </Card>
        <Card>
          <Progress label="Reading receivables.csv" share={0.42} />
          <div className="h-4" />
          <Progress label="Looking for totals" share={null} />
        </Card>
        <FileDrop
          label="Drop a ledger here"
          hint="CSV, XLSX or e-invoices. Nothing changes before you say so."
          onFiles={() => {}}
        />
      </div>
    </KitSection>
  )
}
