package org.tonle.report.raster;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Raster of a picture: its SVG as PNG, twice as fine as a screen, on white. Styles become
/// attributes and words become outlines first, so that the renderer needs neither.
public final class Raster {
  private static final double SCALE = 2;

  /// Smallest width [px], so that a small chart fills a page too.
  private static final double LEAST = 1600;

  private Raster() {}

  /// The PNG file of an SVG picture.
  ///
  /// @throws NoFontException if the machine cannot write the picture's letters
  public static byte[] png(String svg) throws IOException, NoFontException {
    // Pictures are drawn without a screen, wherever the program runs.
    System.setProperty("java.awt.headless", "true");
    try {
      Document document = parse(svg);
      plain(document);
      return drawn(document);
    } catch (ParserConfigurationException | SAXException | TransformerException e) {
      throw new IOException("The picture is not well formed.", e);
    }
  }

  private static Document parse(String svg)
      throws ParserConfigurationException, SAXException, IOException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }

  private static void plain(Document document) throws IOException, NoFontException {
    StringBuilder css = new StringBuilder();
    for (Element style : elements(document, "style")) {
      css.append(style.getTextContent());
      style.getParentNode().removeChild(style);
    }
    StyleSheet sheet = new StyleSheet(css.toString());
    elements(document, "*").forEach(sheet::write);
    Lettering lettering = new Lettering();
    for (Element text : elements(document, "text")) {
      letter(document, text, lettering);
    }
    elements(document, "title").forEach(t -> t.getParentNode().removeChild(t));
    elements(document, "*").forEach(e -> e.removeAttribute("class"));
  }

  /// Puts the outlines of its letters in the place of a text.
  private static void letter(Document document, Element text, Lettering lettering)
      throws NoFontException {
    Element path = document.createElement("path");
    var attributes = text.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      path.setAttribute(attributes.item(i).getNodeName(), attributes.item(i).getNodeValue());
    }
    String weight = inherited(text, "font-weight", "400");
    path.setAttribute(
        "d",
        lettering.path(
            text.getTextContent(),
            number(text.getAttribute("x")),
            number(text.getAttribute("y")),
            number(inherited(text, "font-size", "16")),
            weight.equals("bold") || number(weight) >= 600,
            inherited(text, "text-anchor", "start")));
    path.removeAttribute("x");
    path.removeAttribute("y");
    text.getParentNode().replaceChild(path, text);
  }

  private static String inherited(Element element, String key, String otherwise) {
    for (Node up = element; up instanceof Element e; up = e.getParentNode()) {
      if (e.hasAttribute(key)) {
        return e.getAttribute(key);
      }
    }
    return otherwise;
  }

  private static double number(String value) {
    String digits = value.replaceAll("[^-0-9.]", "");
    return digits.isEmpty() ? 0 : Double.parseDouble(digits);
  }

  private static List<Element> elements(Document document, String name) {
    NodeList found = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static byte[] drawn(Document document) throws IOException, TransformerException {
    Transformer transformer = TransformerFactory.newInstance().newTransformer();
    transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
    StringWriter text = new StringWriter();
    transformer.transform(new DOMSource(document), new StreamResult(text));
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    SVGDocument svg =
        new SVGLoader().load(new ByteArrayInputStream(bytes), null, LoaderContext.createDefault());
    if (svg == null) {
      throw new IOException("The picture cannot be drawn.");
    }
    String[] box = document.getDocumentElement().getAttribute("viewBox").split(" ", -1);
    double width = Double.parseDouble(box[2]);
    double height = Double.parseDouble(box[3]);
    double scale = StrictMath.max(SCALE, LEAST / width);
    int across = (int) StrictMath.ceil(width * scale);
    int down = (int) StrictMath.ceil(height * scale);
    BufferedImage image = new BufferedImage(across, down, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, across, down);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    svg.render(null, graphics, new ViewBox(across, down));
    graphics.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }
}
