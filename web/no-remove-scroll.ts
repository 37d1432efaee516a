import { Fragment } from 'react'

/**
 * Stands for react-remove-scroll, which radix brings for modal menus: ours are never modal, since it
 * injects a style that the content security policy forbids. Dialogs are the platform's own.
 */
export const RemoveScroll = Fragment
