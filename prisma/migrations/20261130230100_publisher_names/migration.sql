-- What readers of each language call the publisher of a source.
ALTER TYPE "TextPart" ADD VALUE 'publisher';
