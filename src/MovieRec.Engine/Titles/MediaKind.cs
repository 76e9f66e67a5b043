namespace MovieRec.Engine.Titles;

/// <summary>Kind of a title; films and series have separate number ranges, so an id is unique only within its kind.</summary>
public enum MediaKind
{
    /// <summary>A film; <c>movie</c> on the wire.</summary>
    Movie = 0,

    /// <summary>A series; <c>tv</c> on the wire.</summary>
    Tv = 1,
}
