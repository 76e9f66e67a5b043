namespace MovieRec.Engine.Snapshots;

/// <summary>A catalogue as bytes: <c>docs/data-model.md</c> has the format.</summary>
/// <param name="Core">What scoring and lists need of every title, at most 80 bytes a title; people are numbers in it.</param>
/// <param name="Names">The names of those people, at most 60 bytes a title; what search alone needs. Belongs to this core and to no
/// other.</param>
public sealed record EncodedSnapshot(ReadOnlyMemory<byte> Core, ReadOnlyMemory<byte> Names);
