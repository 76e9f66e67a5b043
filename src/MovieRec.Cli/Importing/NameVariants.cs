namespace MovieRec.Cli.Importing;

/// <summary>How else a name is written.</summary>
internal static class NameVariants
{
    private static readonly string[] s_articles = ["The ", "A ", "An "];
    private static readonly string[] s_subtitles = [":", " - ", " \u2013 ", " \u2014 ", " ("];

    /// <summary>"The Batman" as "Batman".</summary>
    public static string WithoutArticle(string name) =>
        Array.Find(
            s_articles, article => name.StartsWith(article, StringComparison.OrdinalIgnoreCase)
                && name.Length > article.Length) is { } first ? name[first.Length..] : name;

    /// <summary>"Star Wars: Episode IV - A New Hope" as "Star Wars", without article. Null where there is none, or one word would be left, which
    /// many titles share.</summary>
    public static string? WithoutSubtitle(string name)
    {
        name = WithoutArticle(name);
        var end = s_subtitles.Select(mark => name.IndexOf(mark, StringComparison.Ordinal)).Where(at => at > 0).DefaultIfEmpty(-1).Min();
        return end > 0 && name[..end].Trim().Contains(' ', StringComparison.Ordinal) ? name[..end] : null;
    }
}
