namespace MovieRec.Engine.Titles;

/// <summary>Kind of a title; films and series have separate number ranges, so an id is unique only within its kind.</summary>
public enum MediaKind
{
    /// <summary>Film; <c>movie</c> in the API and in storage.</summary>
    Movie = 0,

    /// <summary>Series; <c>tv</c> in the API and in storage.</summary>
    Tv = 1,
}
