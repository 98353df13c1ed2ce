package org.halab.grade.written;

/** How another program wants results. */
interface ResultForm {
  /** The name that the program looks for. */
  String file();

  String text(Told told);
}
