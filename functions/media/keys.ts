/** Keys of objects in the bucket. */
export const uploadKey = (id: string) => `quarantine/${id}`
export const servedKey = (id: string, name: string) => `media/${id}/${name}`
