package org.halab.report.written;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfTest {
  @Test
  void hasTheTextOfThePageInBothScripts(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("page.pdf");

    Pdf.write(
        "<html><body style=\"font-family: Sans\"><p>The first office file</p>"
            + "<p style=\"font-family: Mono\">Лидер выбран</p></body></html>",
        file);

    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("The first office file")
          .contains("Лидер выбран");
    }
  }
}
