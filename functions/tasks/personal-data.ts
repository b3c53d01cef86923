/**
 * What a person proposed as staff and waits for another: the domain that proposes shows it to them, and it goes with its
 * decision or its time. Listed in functions/personal-data.ts.
 */
export const tasksPersonalData = { export: () => async () => ({}), erase: null }
