export { contactsOf, markBounced, type Contact } from './contacts.ts'
export { readPhone } from './phones.ts'
