-- What a property has set up is written by that property alone: an id stays unique among all properties, and
-- what is written over an existing row must name its property, too, or breaks the primary key (docs/adr/0180).
CREATE UNIQUE INDEX offering_of_property ON offering (property, id);
DROP INDEX offering_by_property;
CREATE UNIQUE INDEX unit_of_property ON unit (property, id);
DROP INDEX unit_by_property;
