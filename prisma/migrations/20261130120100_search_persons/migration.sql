-- A search finds the persons who sign and preside, too.
ALTER TYPE "SearchKind" ADD VALUE 'person' BEFORE 'development';
