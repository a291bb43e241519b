/** What of pdfkit is used here; it brings no types of its own. */
declare module "pdfkit" {
  import type { Readable } from "node:stream";

  interface DocumentOptions {
    size: [number, number];
    margins: { top: number; bottom: number; left: number; right: number };
    /** The first font; empty for none. */
    font: string;
    bufferPages: boolean;
    lang: string;
    displayTitle: boolean;
    info: { Title: string; Author: string; CreationDate: Date };
  }

  /** A document that is written from top to bottom, and read as a stream. */
  export default class PDFDocument extends Readable {
    constructor(options: DocumentOptions);
    registerFont(name: string, bytes: Buffer): this;
    font(name: string): this;
    fontSize(size: number): this;
    fillColor(color: string): this;
    /** In points, of the font and the size that are set. */
    widthOfString(text: string): number;
    text(text: string, x: number, y: number, options: { lineBreak: false }): this;
    image(bytes: Buffer, x: number, y: number, options: { width: number; height: number }): this;
    addPage(): this;
    bufferedPageRange(): { start: number; count: number };
    switchToPage(index: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    rect(x: number, y: number, width: number, height: number): this;
    lineWidth(width: number): this;
    stroke(color: string): this;
    fill(color: string): this;
    end(): void;
  }
}
