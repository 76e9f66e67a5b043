namespace MovieRec.Web.Tests.Surveys;

/// <summary>Findings about the pages, by question.</summary>
internal sealed class Survey
{
    private readonly Dictionary<Question, List<string>> _found = [];

    public IReadOnlyList<string> Found(Question question) => _found.GetValueOrDefault(question, []);

    public void Note(Question question, string page, IEnumerable<string> wrong)
    {
        if (!_found.TryGetValue(question, out var found))
            _found[question] = found = [];
        found.AddRange(wrong.Select(one => $"{page}: {one}"));
    }
}
