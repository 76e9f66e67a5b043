namespace MovieRec.Engine.Snapshots;

/// <summary>Catalogue as bytes; <c>docs/data-model.md</c> has the format.</summary>
/// <param name="Core">Facts of every title for scoring and lists, at most 80 bytes per title; people are numbers in it.</param>
/// <param name="Names">The names of those people, at most 60 bytes per title, which only search needs. They belong to this core and to no
/// other.</param>
public sealed record EncodedSnapshot(ReadOnlyMemory<byte> Core, ReadOnlyMemory<byte> Names);
