import { SkeletonRows } from '../ui/Skeleton.tsx'

/** The place of a page that is on its way. */
export function PagePending() {
  return (
    <div className="after-a-moment flex flex-1 flex-col">
      <div className="h-14 shrink-0 border-b border-line" />
      <SkeletonRows />
    </div>
  )
}
