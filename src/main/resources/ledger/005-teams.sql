-- Which team a mail is about where each has its own, as the configuration calls it: who gets it is looked up there.
ALTER TABLE delivery ADD COLUMN team TEXT;
