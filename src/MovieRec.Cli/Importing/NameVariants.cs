namespace MovieRec.Cli.Importing;

/// <summary>Alternative spellings of a name.</summary>
internal static class NameVariants
{
    private static readonly string[] s_articles = ["The ", "A ", "An "];
    private static readonly string[] s_subtitles = [":", " - ", " \u2013 ", " \u2014 ", " ("];

    /// <summary>Removes a leading article: "Batman" for "The Batman".</summary>
    public static string WithoutArticle(string name) =>
        Array.Find(
            s_articles, article => name.StartsWith(article, StringComparison.OrdinalIgnoreCase)
                && name.Length > article.Length) is { } first ? name[first.Length..] : name;

    /// <summary>Removes subtitle and article: "Star Wars" for "Star Wars: Episode IV - A New Hope".</summary>
    /// <remarks>The result is null if there is no subtitle, or if one word would be left, which many titles share.</remarks>
    public static string? WithoutSubtitle(string name)
    {
        name = WithoutArticle(name);
        var end = s_subtitles.Select(mark => name.IndexOf(mark, StringComparison.Ordinal)).Where(at => at > 0).DefaultIfEmpty(-1).Min();
        return end > 0 && name[..end].Trim().Contains(' ', StringComparison.Ordinal) ? name[..end] : null;
    }
}
