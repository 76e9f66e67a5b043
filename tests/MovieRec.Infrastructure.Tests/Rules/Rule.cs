using MovieRec.Infrastructure.Tests.Synthesis;

namespace MovieRec.Infrastructure.Tests.Rules;

/// <summary>A rule of cdk-nag's AwsSolutions, or one of ours.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Says">What it asks.</param>
/// <param name="Find">What breaks it, each by a name that stays the same.</param>
/// <param name="Exceptions">What may break it, and why.</param>
internal sealed record Rule(
    string Name, string Says, Func<Template, IEnumerable<string>> Find, IReadOnlyDictionary<string, string>? Exceptions = null)
{
    /// <summary>What breaks the rule and is not excepted.</summary>
    public IReadOnlyList<string> Broken(Template template) =>
        [.. Find(template).Where(found => Exceptions is null || !Exceptions.ContainsKey(found))];

    public override string ToString() => Name;
}
