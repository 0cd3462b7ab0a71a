// Choosing a reason fills in its words, as the applicant will read them. What somebody typed is never overwritten.

export function fill(choice) {
  const field = document.getElementById(choice.dataset.fills);
  let filled = "";
  choice.addEventListener("change", () => {
    if (field.value.trim() === "" || field.value === filled) {
      filled = document.getElementById(`reason-${choice.value}`)?.textContent ?? "";
      field.value = filled;
    }
  });
}
