import type { Context } from '../shared/context'
import { createMetaApi } from './api'

/** The function that answers for the API itself. */
export const createMetaFunction = (context: Context) => createMetaApi(context)
