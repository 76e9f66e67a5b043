using MovieRec.Infrastructure.Tests.Synthesis;

namespace MovieRec.Infrastructure.Tests.Rules;

/// <summary>Rule of cdk-nag's AwsSolutions, or one of this project.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Says">Its requirement.</param>
/// <param name="Find">Finds what breaks it, each by a stable name.</param>
/// <param name="Exceptions">Permitted breaches, with their reasons.</param>
internal sealed record Rule(
    string Name, string Says, Func<Template, IEnumerable<string>> Find, IReadOnlyDictionary<string, string>? Exceptions = null)
{
    /// <summary>Returns the breaches that are not permitted.</summary>
    public IReadOnlyList<string> Broken(Template template) =>
        [.. Find(template).Where(found => Exceptions is null || !Exceptions.ContainsKey(found))];

    public override string ToString() => Name;
}
