// A phone shows the cells of a wordy table below each other. Short cells do not break; in a table of many columns
// only on a phone, where it must be moved anyway.
for (const table of all('.text table, .output.html table')) {
  // A head without words is none.
  for (const head of all('th', table)) if (!head.textContent.trim()) head.replaceWith(made('td'));
  const cells = all('tbody td, tbody th', table);
  const columns = table.rows[0]?.cells.length ?? 0;
  if (columns > 1 && cells.some(cell => cell.textContent.length > 60)) {
    table.classList.add('wordy');
    for (const cell of cells) cell.dataset.column = table.rows[0].cells[cell.cellIndex]?.textContent ?? '';
  } else for (const cell of cells)
    if (cell.textContent.length < 20) cell.classList.add(columns < 6 ? 'short' : 'short-on-phone');
}
