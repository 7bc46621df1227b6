/** The library of workbooks, four hundred files: read with the first workbook, not at every start. */
export const excel = () => import('@cj-tech-master/excelts')
