export function CataloguePage() {
  return <div className="page" />
}
