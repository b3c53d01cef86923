/**
 * Tasks hold the id of whoever proposed something. The proposing domain exports it, and the task goes with its decision or expiry.
 * Listed in functions/personal-data.ts.
 */
export const tasksPersonalData = { actions: {}, export: () => async () => ({}), erase: null }
