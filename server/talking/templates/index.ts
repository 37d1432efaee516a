export { copyOf } from './copy.ts'
export { exampleSnapshot, sparseSnapshot } from './example.ts'
export { listTemplates, listVariables, readTemplate } from './listing.ts'
export { previewPage, previewText } from './previews.ts'
export { type TemplateFinding } from './findings.ts'
export {
  loadTemplates,
  needsOf,
  renderMessage,
  tonesOf,
  type Message,
  type MessageRequest,
  type Template,
  type Templates,
  type TemplateText,
} from './load.ts'
export { escapeHtml, pageHtml, paragraphHtml, smallPrintHtml } from './html.ts'
export { type Rendered } from './render.ts'
export { type MessageExtra } from './scope.ts'
export { changeTemplate, createTemplate, saveText, type Saved } from './templates.ts'
export { type Need } from './variables.ts'
