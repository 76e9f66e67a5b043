using MovieRec.TestKit.Hosts.Contracts;

[assembly: AssemblyFixture(typeof(SharedHost))]

namespace MovieRec.EndToEnd.Isolation;

public sealed class IsolationTests(SharedHost host) : IsolationContract(host);
