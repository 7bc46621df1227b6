export function GuidePage() {
  return <div className="page" />
}
