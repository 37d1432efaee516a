import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'

import { templateOf } from '../../features/talking/templates/templates.ts'
import { TemplateView } from '../../features/talking/templates/TemplateView.tsx'
import { Loaded } from '../../frame/Loaded.tsx'

const route = getRouteApi('/frame/settings/templates/$key')

export function TemplatePage() {
  const { key } = route.useParams()
  const { language } = route.useSearch()
  const navigate = route.useNavigate()
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
