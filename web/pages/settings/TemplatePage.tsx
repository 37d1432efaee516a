import { useQuery } from '@tanstack/react-query'

import { templateOf } from '../../features/talking/templates/templates.ts'
import { TemplateView } from '../../features/talking/templates/TemplateView.tsx'
import { Loaded } from '../../frame/Loaded.tsx'
import { templateRoute } from './route.ts'

export function TemplatePage() {
  const { key } = templateRoute.useParams()
  const { language } = templateRoute.useSearch()
  const navigate = templateRoute.useNavigate()
  return (
    <Loaded query={useQuery(templateOf(key))} rows={12}>
      {(template) => (
        <TemplateView
          key={key}
          template={template}
          language={language}
          onLanguage={(next) => void navigate({ search: { language: next }, replace: true })}
        />
      )}
    </Loaded>
  )
}
