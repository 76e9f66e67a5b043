namespace MovieRec.Engine.Titles;

/// <summary>What a title is. Films and series have number ranges of their own, so an id is only unique within its kind.</summary>
public enum MediaKind
{
    /// <summary>A film; <c>movie</c> on the wire.</summary>
    Movie = 0,

    /// <summary>A series; <c>tv</c> on the wire.</summary>
    Tv = 1,
}
