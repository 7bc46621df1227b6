/** Long side of a picture that proves a site, in pixels. */
const longest = 1600
const quality = 0.8

/** A picture as it goes over a bad line: scaled down and as JPEG, where that makes it smaller; what cannot be read stays as it is. */
export async function compressed(file: File): Promise<{ blob: Blob; name: string }> {
  const same = { blob: file, name: file.name }
  if (!file.type.startsWith('image/')) return same
  const blob = await redrawn(file).catch(() => null)
  if (blob === null || blob.size >= file.size) return same
  return { blob, name: file.name.replace(/\.[^.]*$/, '').concat('.jpg') }
}

async function redrawn(file: File): Promise<Blob | null> {
  const bitmap = await createImageBitmap(file)
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(bitmap.width * scale)
  canvas.height = Math.round(bitmap.height * scale)
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
}
