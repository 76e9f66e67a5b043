namespace MovieRec.Engine.Snapshots;

/// <summary>Encoded catalogue; <c>docs/data-model.md</c> describes the format.</summary>
/// <param name="Core">Facts of every title for scoring and lists, at most 80 bytes per title; people are tokens.</param>
/// <param name="Names">Names of these people, at most 60 bytes per title, which only search needs; they belong to this core only.</param>
public sealed record EncodedSnapshot(ReadOnlyMemory<byte> Core, ReadOnlyMemory<byte> Names);
