export { addContact, changeContact, contactsOf, markBounced, type Contact } from './contacts.ts'
export { readPhone } from './phones.ts'
export { emailKey } from './rules.ts'
